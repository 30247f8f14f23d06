"""The network: its front, a party's neighbourhood, a path, a tie, a handover's effect, the whole of it."""

from django.urls import path

from dedere.desk.network import effects, files, graph, regrow, views
from dedere.desk.network.plan.views import plan

app_name = "network"
urlpatterns = [
    path("network/", views.home, name="home"),
    path("network/<net:net>/", views.page, name="page"),
    path("network/<net:net>/effect/", effects.effect, name="effect"),
    path("network/<net:net>/plan/", plan, name="plan"),
    path("network/<net:net>/regrow/", regrow.regrow, name="regrow"),
    path("network/<net:net>/effect.svg", effects.drawing, name="drawing"),
    path("network/<net:net>/whole/", graph.canvas, name="whole"),
    path("network/<net:net>/whole.json", graph.places, name="places"),
    path("network/<net:net>/file/<str:suffix>/", files.file, name="file"),
    path("network/party/<key:party>/", views.party, name="party"),
    path("network/party/<key:party>/picture.svg", views.picture, name="picture"),
    path("network/party/<key:party>/path/", views.path, name="path"),
    path("network/tie/<key:tie>/", views.tie, name="tie"),
]
