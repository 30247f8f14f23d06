"""The events that sources speak of, each as a page and as a table; and a report that is read."""

from django.urls import path

from dedere.desk.claims import report, views

app_name = "claims"
urlpatterns = [
    path("claims/", views.listed, name="list"),
    path("claims/read/", report.page, name="read"),
    path("claims/read/confirm/", report.confirm, name="confirm"),
    path("claims/<event:event>/", views.one, name="event"),
    path("claims/<event:event>/claims.<slug:suffix>", views.as_table, name="table"),
]
