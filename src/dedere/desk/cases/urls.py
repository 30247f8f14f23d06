"""The list of cases, a new case, one act for many."""

from django.urls import path

from dedere.desk.cases import many, views

app_name = "cases"
urlpatterns = [
    path("cases/", views.listed, name="list"),
    path("cases/new/", views.new, name="new"),
    path("cases/many/", many.many, name="many"),
    path("cases/many/handover/", many.to_handover, name="to-handover"),
    path("cases/many/<slug:code>/", many.act, name="act"),
]
