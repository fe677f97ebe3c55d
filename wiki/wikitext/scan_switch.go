package wikitext

import (
	"strings"
	"unicode/utf8"
)

// switchLength returns the length of what looks like a behaviour switch at
// the start of s, or 0.
func switchLength(s string) int {
	if !strings.HasPrefix(s, "__") {
		return 0
	}
	for i := 2; i < len(s) && i < 64; i++ {
		switch c := s[i]; {
		case c == '_' && strings.HasPrefix(s[i:], "__"):
			if i == 2 {
				return 0
			}
			return i + 2
		case c != '_' && !isASCIILetter(c) && c < utf8.RuneSelf, c == '_' && i == 2:
			return 0
		}
	}
	return 0
}

// couldSwitch reports whether s begins with a behaviour switch, one that is
// known or one that an extension of the wiki may have: in capitals.
func couldSwitch(s string) bool {
	n := switchLength(s)
	return n > 0 && (isKnownSwitch(s[:n]) || strings.ToUpper(s[:n]) == s[:n])
}

// isKnownSwitch reports whether s, with its underscores, is one of MediaWiki's
// behaviour switches, in English or German.
func isKnownSwitch(s string) bool {
	if len(s) < 5 {
		return false
	}
	switch strings.ToUpper(s[2 : len(s)-2]) {
	case "TOC", "NOTOC", "FORCETOC", "NOEDITSECTION", "NEWSECTIONLINK", "NONEWSECTIONLINK", "NOGALLERY",
		"HIDDENCAT", "NOINDEX", "INDEX", "NOCONTENTCONVERT", "NOCC", "NOTITLECONVERT", "NOTC", "STATICREDIRECT", "EXPECTUNUSEDCATEGORY",
		"EXPECTUNUSEDTEMPLATE", "ARCHIVEDTALK", "NOTALK", "DISAMBIG",
		"INHALTSVERZEICHNIS", "KEIN_INHALTSVERZEICHNIS", "KEININHALTSVERZEICHNIS", "INHALTSVERZEICHNIS_ERZWINGEN",
		"ABSCHNITTE_NICHT_BEARBEITEN", "NEUER_ABSCHNITTSLINK", "PLUS_LINK", "KEIN_NEUER_ABSCHNITTSLINK", "KEIN_PLUS_LINK",
		"KEINE_GALERIE", "KEINEGALERIE", "VERSTECKTE_KATEGORIE", "WARTUNGSKATEGORIE", "INDEXIEREN", "INDIZIEREN", "NICHT_INDEXIEREN",
		"KEIN_INDEX", "NICHT_INDIZIEREN", "KEINE_INHALTSKONVERTIERUNG", "KEINE_TITELKONVERTIERUNG", "PERMANENTE_WEITERLEITUNG":
		return true
	}
	return false
}
