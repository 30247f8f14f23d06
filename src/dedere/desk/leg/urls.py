"""The custody leg of one person, and of several at once."""

from django.urls import path

from dedere.desk.leg import many, views

app_name = "leg"
urlpatterns = [
    path("handovers/<handover:id>/leg/", many.many, name="many"),
    path("handovers/<handover:id>/leg/<number:number>/", views.person, name="person"),
]
