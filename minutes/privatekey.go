package minutes

import (
	"slices"
	"strings"
)

// privateKey returns the line and the name of a key of the front matter that
// telko does not know and that says of the meeting that it is not public:
// "private: yes", "public: no", "visibility: internal". Line is 0 if there is
// none.
func (f *File) privateKey() (line int, name string) {
	for _, e := range f.front.Keys {
		if slices.Contains(keyOrder, strings.ToLower(e.Key)) {
			continue
		}
		value := markWord(e.Value)
		private := false
		switch k := markWord(e.Key); {
		case isPrivateWord(k):
			private = !isNo(value)
		case slices.Contains(publicKeys, k):
			private = isNo(value) || isPrivateWord(value)
		default:
			private = isPrivateWord(value)
		}
		if private {
			return lineOf(f.src, e.At.Start), e.Key
		}
	}
	return 0, ""
}

// publicKeys are keys that say the reverse of privateWords.
var publicKeys = []string{"public", "publish", "published", "öffentlich", "oeffentlich", "veröffentlichen", "veröffentlicht", "publik"}

func isNo(value string) bool {
	return slices.Contains([]string{"no", "nein", "false", "falsch", "0", "off", "aus", "nie", "never", "none", "nicht"}, value)
}
