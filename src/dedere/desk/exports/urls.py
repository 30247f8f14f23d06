"""The lists as tables, the dates as a calendar, and the page of its key."""

from django.urls import path

from dedere.desk.exports import calendars, views

app_name = "exports"
urlpatterns = [
    path("cases.<slug:suffix>", views.cases, name="cases"),
    path("today.<slug:suffix>", views.today, name="today"),
    path("calendar/", calendars.page, name="calendar-page"),
    path("calendar/<slug:token>.ics", calendars.feed, name="calendar"),
]
