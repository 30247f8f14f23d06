"""One line of the ledger of two States."""

from django.urls import path

from dedere.desk.commitments import views

app_name = "commitments"
urlpatterns = [path("commitments/<accord:accord>/", views.one, name="accord")]
