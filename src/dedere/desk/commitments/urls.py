"""The ledger of two States: the page of both columns, and each line."""

from django.urls import path

from dedere.desk.commitments import views

app_name = "commitments"
urlpatterns = [
    path("commitments/", views.page, name="page"),
    path("commitments/<accord:accord>/", views.one, name="accord"),
]
