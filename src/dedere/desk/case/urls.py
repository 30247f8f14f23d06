"""The page of one case."""

from django.urls import path

from dedere.desk.case import views

app_name = "case"
urlpatterns = [path("cases/<number:number>/", views.summary, name="summary")]
