"""Handovers: the list, the board, one column for many, go or no-go, changes of the plan."""

from django.urls import path

from dedere.desk.handover import changing, filling, going, seating, views

app_name = "handover"
urlpatterns = [
    path("handovers/", views.listed, name="list"),
    path("handovers/plan/", changing.plan, name="plan"),
    path("handovers/<handover:id>/", views.board, name="board"),
    path("handovers/<handover:id>/fill/<slug:gate>/", filling.column, name="column"),
    path("handovers/<handover:id>/seats/", seating.seats, name="seats"),
    path("handovers/<handover:id>/go/", going.go, name="go"),
    path("handovers/<handover:id>/change/<slug:code>/", changing.change, name="change"),
]
