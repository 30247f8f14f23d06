"""The terms of one case: assurances, speciality, competing requests."""

from django.urls import path

from dedere.desk.terms import views

app_name = "terms"
urlpatterns = [
    path("cases/<number:number>/assurances/", views.assurances, name="assurances"),
    path("cases/<number:number>/speciality/", views.speciality, name="speciality"),
    path("cases/<number:number>/competing/", views.competing, name="competing"),
]
