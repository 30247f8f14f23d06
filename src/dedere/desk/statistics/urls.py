"""The public statistics, in each language the files of one edition."""

from django.urls import path

from dedere.desk.statistics import views

app_name = "statistics"
urlpatterns = [
    path("statistics/", views.front, name="statistics"),
    path("statistics/<str:file>", views.file, name="edition"),
]
