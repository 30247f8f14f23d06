"""The ledger: entries, readings, attempts, accounts; verification; a copy and its check."""

from django.urls import path

from dedere.desk.ledger import proof, views

app_name = "ledger"
urlpatterns = [
    path("ledger/", views.page, name="page"),
    path("ledger/readings/", views.readings, name="readings"),
    path("ledger/attempts/", views.attempts, name="attempts"),
    path("ledger/accounts/", views.accounts, name="accounts"),
    path("ledger/verify/", proof.verify, name="verify"),
    path("ledger/copy.jsonl", proof.copy, name="copy"),
    path("ledger/check/", proof.check, name="check"),
]
