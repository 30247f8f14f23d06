"""The lists as tables: the address says which form."""

from django.urls import path

from dedere.desk.exports import views

app_name = "exports"
urlpatterns = [
    path("cases.csv", views.cases, {"form": "csv"}, name="cases-csv"),
]
