"""One event with what sources say of it."""

from django.urls import path

from dedere.desk.claims import views

app_name = "claims"
urlpatterns = [path("claims/<event:event>/", views.one, name="event")]
