"""Officers, for the administrator."""

from django.urls import path

from dedere.desk.officers_admin import views

app_name = "officers"
urlpatterns = [
    path("officers/", views.listed, name="list"),
    path("officers/new/", views.add, name="add"),
    path("officers/<str:username>/", views.one, name="one"),
]
