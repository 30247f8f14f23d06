"""Each clock of a case, day by day."""

from django.urls import path

from dedere.desk.clockdays import views

app_name = "clockdays"
urlpatterns = [path("cases/<number:number>/clocks/<slug:clause>/", views.page, name="page")]
