"""What each article asks of a case."""

from django.urls import path

from dedere.desk.requirements import views

app_name = "requirements"
urlpatterns = [path("cases/<number:number>/requirements/", views.page, name="page")]
