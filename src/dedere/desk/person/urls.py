"""A person's names: of a case, and of a record on a wanted roll."""

from django.urls import path

from dedere.desk.person import views

app_name = "person"
urlpatterns = [
    path("cases/<number:number>/names/", views.of_case_names, name="case"),
    path("matches/<key:key>/names/", views.of_wanted, name="wanted"),
]
