"""The ledger of two States: the page of both columns, and each line."""

from django.urls import path

from dedere.desk.commitments import acting, leaving, views

app_name = "commitments"
urlpatterns = [
    path("commitments/", views.page, name="page"),
    path("commitments/timeline/", views.drawn, name="timeline"),
    path("commitments.ics", leaving.calendar, name="calendar"),
    path("commitments.<slug:suffix>", leaving.table, name="table"),
    path("commitments/new/<slug:kind>/", acting.record, name="record"),
    path("commitments/<accord:accord>/", views.one, name="accord"),
    path("commitments/<accord:accord>/pack.pdf", leaving.pack, name="pack"),
    path("commitments/<accord:accord>/acts/<slug:code>/", acting.act, name="act"),
    path("commitments/<accord:accord>/sign/", acting.sign, name="sign"),
    path("commitments/<accord:accord>/decline/", acting.decline, name="decline"),
]
