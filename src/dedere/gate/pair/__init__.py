"""Two installations on one machine rehearse a case from the request to the handover; all is simulated."""
