"""The papers, each beside the page it prints."""

from django.urls import path

from dedere.desk.paper import views

app_name = "paper"
urlpatterns = [
    path("handovers/<handover:handover>/manifest.pdf", views.manifest, name="manifest"),
    path("handovers/<handover:handover>/tags.pdf", views.tags, name="tags"),
    path("handovers/<handover:handover>/certificate.pdf", views.certificate, name="certificate"),
    path("handovers/<handover:handover>/escort/<number:case>.pdf", views.escort, name="escort"),
    path("cases/<number:number>/request.pdf", views.request, name="request"),
    path("cases/<number:number>/both-laws.pdf", views.both_laws, name="both-laws"),
    path("cases/<number:number>/assessment.pdf", views.assessment, name="assessment"),
]
