"""The import, in three steps."""

from django.urls import path

from dedere.desk.intake import views

app_name = "intake"
urlpatterns = [
    path("import/", views.page, name="page"),
    path("import/preview/", views.preview, name="preview"),
    path("import/take/", views.take, name="take"),
    path("import/broken.csv", views.broken, name="broken"),
]
