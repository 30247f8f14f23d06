"""The names of a case's person; those of a person wanted stand with the pairs."""

from django.urls import path

from dedere.desk.person import views

app_name = "person"
urlpatterns = [
    path("cases/<number:number>/names/", views.of_case_names, name="case"),
]
