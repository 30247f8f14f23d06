"""The first page of whoever signs in."""

from django.urls import path

from dedere.desk.frame import views

app_name = "frame"
urlpatterns = [path("home/", views.home, name="home")]
