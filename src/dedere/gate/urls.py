"""Every address of the gate."""

from django.urls import path

from dedere.gate import views

urlpatterns = [
    path("gate/letters", views.letters, name="letters"),
    path("gate/receipts", views.receive_receipt, name="receipts"),
    path("gate/checkpoints", views.show, name="checkpoints"),
    path("gate/health", views.health, name="gate-health"),
]
handler400 = "dedere.gate.problem.bad_request"
handler404 = "dedere.gate.problem.not_found"
handler500 = "dedere.gate.problem.broken"
