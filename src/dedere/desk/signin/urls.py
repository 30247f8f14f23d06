"""Sign-in, second factor and the officer's own account; no page to sign up, none that sends e-mail."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import include, path

from dedere.desk.officers import may, public
from dedere.desk.signin import views

own = may("own-account")

_named = (
    [
        path("account/preferences/", views.preferences, name="preferences"),
        path("account/stay/", views.stay, name="stay"),
    ],
    "signin",
)

urlpatterns = [
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-in/code/", public(factor.authenticate), name="mfa_authenticate"),
    path("sign-out/", public(account.logout), name="account_logout"),
    path("sign-in/closed/", public(account.account_inactive), name="account_inactive"),
    path("account/password/", own(account.password_change), name="account_change_password"),
    path("account/confirm/", own(account.reauthenticate), name="account_reauthenticate"),
    path("account/confirm/code/", own(factor.reauthenticate), name="mfa_reauthenticate"),
    path("account/factor/", own(factor.index), name="mfa_index"),
    path("account/factor/on/", own(totp.activate_totp), name="mfa_activate_totp"),
    path("account/factor/off/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/recovery/", own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/recovery/new/", own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/recovery/file/", own(recovery.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("", include(_named)),
]
