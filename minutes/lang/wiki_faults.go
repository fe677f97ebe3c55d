package lang

// What telko itself finds wrong with a wiki, or on the way to it.
var (
	WikiNoCredentials   = T("für dieses Wiki ist kein Konto eingetragen", "there are no credentials for this wiki")
	WikiNotLoggedIn     = T("nicht angemeldet: %s", "not logged in: %s")
	WikiNotBotPassword  = T("%q ist kein Benutzername eines Botpassworts wie Konto@app; andere nimmt telko nicht", "%q is no bot password's user name, as Account@app: telko uses no others")
	WikiLoginFailed     = T("Anmeldung als %s: %s", "login as %s: %s")
	WikiLoginLost       = T("die Anmeldung als %s hält nicht: gehen unterwegs die Cookies verloren?", "the login as %s did not last: are cookies cut off on the way?")
	WikiLoginOther      = T("angemeldet als %s, und das Wiki hält uns für %s", "logged in as %s, and found as %s")
	WikiNoBot           = T("dem Botpasswort fehlt die Berechtigung highvolume, oder das Konto ist kein Bot: %s", "the bot password lacks the grant highvolume, or the account is no bot: %s")
	WikiOtherAccount    = T("angemeldet als jemand anders als %s: %s", "logged in as somebody else than %s: %s")
	WikiLacksHighVolume = T("%s ist ein Bot, und seinem Botpasswort fehlt die Berechtigung highvolume", "%s is a bot, and its bot password lacks the grant highvolume")
	WikiLacksGrant      = T("dem Botpasswort von %s fehlt die Berechtigung %s (oder dem Konto das Recht %s)", "the bot password of %s lacks the grant %s (or the account the right %s)")
	WikiAccountBlocked  = T("%s, gesperrt von %s: %s", "%s, blocked by %s: %s")
	WikiNoAnswerInTime  = T("keine Antwort in der Zeit", "no answer in time")
	WikiConnectionCut   = T("die Verbindung brach ab", "the connection was cut")
	WikiNotJSON         = T("die Antwort ist kein JSON", "the answer is no JSON")
	WikiOddAnswer       = T("die Antwort ist nicht, wie sie sein sollte: %s", "the answer is not as expected: %s")
	WikiNoAddress       = T("ihr fehlen https:// und der Rechner", "it has no scheme and host")
	WikiAddressTooLong  = T("die Adresse hat mehr als den Pfad von api.php", "the address has more than the path of api.php")
	WikiAddressUnread   = T("die Adresse ist nicht zu lesen", "the address cannot be read")
	WikiCrowded         = T("andere schreiben die ganze Zeit", "others write all the time")
)
