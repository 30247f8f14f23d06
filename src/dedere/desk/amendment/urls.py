"""The law page, and an amendment tried in two steps."""

from django.urls import path

from dedere.desk.amendment import views

app_name = "amendment"
urlpatterns = [
    path("law/", views.law, name="law"),
    path("law/<slug:instrument>/", views.edit, name="copy"),
    path("law/<slug:instrument>/drop/", views.drop, name="drop"),
    path("law/<slug:instrument>/touched/", views.touched, name="touched"),
    path("law/<slug:instrument>/touched.csv", views.touched_csv, name="csv"),
]
