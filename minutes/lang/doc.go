// Package lang is the one catalogue of what users read, in German and English.
//
// A message is a package variable of type Text, made by T from its German and
// its English form; a message without one of them does not compile. Messages
// are grouped in a file per area (headings.go, lint.go, cli.go, …) and take
// their arguments as package fmt does:
//
//	var TaskDone = T("%s ist erledigt", "%s is done")
//
//	lang.TaskDone.In(lang.German, "#100107-2") // "#100107-2 ist erledigt"
//
// Errors that users read are made by E from a Text; their Error method speaks
// English, Say speaks the user's language, and HintOf has what to do next:
//
//	lang.E(lang.NoSuchMeeting, word).Hint(lang.SeeList)
//
// Rooms below this one (tasks, motions, wiki/client, wiki/wikitext) return
// typed errors; the command line translates those that users can meet.
package lang
