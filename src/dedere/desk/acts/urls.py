"""Recording an act on a case, and signing one second."""

from django.urls import path

from dedere.desk.acts import signing, views

app_name = "acts"
urlpatterns = [
    path("cases/<number:number>/acts/", views.listed, name="list"),
    path("cases/<number:number>/acts/<slug:code>/", views.record, name="record"),
    path("cases/<number:number>/sign/<int:proposal>/", signing.sign, name="sign"),
]
