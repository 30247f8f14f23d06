"""The two pages of a case on which both laws stand side by side, and their paper."""

from django.urls import path

from dedere.desk.bothlaws import views

app_name = "bothlaws"
urlpatterns = [
    path("cases/<number:number>/limitation/", views.limitation, name="limitation"),
    path("cases/<number:number>/worksheet/", views.worksheet, name="worksheet"),
]
