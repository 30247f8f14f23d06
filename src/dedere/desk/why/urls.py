"""One article of a case, explained."""

from django.urls import path

from dedere.desk.why import views

app_name = "why"
urlpatterns = [
    path("cases/<number:number>/requirements/<slug:instrument>/<slug:clause>/", views.page, name="page")
]
