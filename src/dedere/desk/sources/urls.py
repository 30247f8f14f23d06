"""One published source."""

from django.urls import path

from dedere.desk.sources import views

app_name = "sources"
urlpatterns = [path("sources/<str:source>/", views.page, name="page")]
