"""Today, and the same on paper."""

from django.urls import path

from dedere.desk.paper.views import day_sheet
from dedere.desk.today import views

app_name = "today"
urlpatterns = [
    path("", views.today, name="today"),
    path("sheet.pdf", day_sheet, name="sheet"),
]
