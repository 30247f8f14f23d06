"""Proposed matches: the queue, a pair, a run, and what is said of a pair."""

from django.urls import path

from dedere.desk.matches import acting, views
from dedere.desk.person.views import of_wanted

app_name = "matches"
urlpatterns = [
    path("matches/", views.listed, name="list"),
    path("matches/<key:key>/", views.one, name="pair"),
    path("matches/<key:key>/names/", of_wanted, name="names"),
    path("matches/<key:key>/say/", acting.said, name="say"),
    path("matches/<pair:pair>/", views.file, name="file"),
    path("matches/<pair:pair>/undo/", acting.undo, name="undo"),
    path("matches/<pair:pair>/sign/", acting.sign, name="sign"),
    path("matches/<pair:pair>/decline/", acting.decline, name="decline"),
    path("matches/<run:run>/", views.of_run, name="run"),
]
