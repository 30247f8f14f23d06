"""The search box."""

from django.urls import path

from dedere.desk.search import views

app_name = "search"
urlpatterns = [path("find/", views.find, name="find")]
