package capture

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// breaksLine reports whether r would break a line or be seen by nobody in an
// editor.
func breaksLine(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}

// appendLineText appends the text of a line. If it begins like a word key=value,
// its '=' is escaped.
func appendLineText(b []byte, s string) []byte {
	word, _, _ := strings.Cut(s, " ")
	if key, _, ok := strings.Cut(word, "="); ok && isKey(key) {
		b = append(b, key...)
		b = append(b, `\=`...)
		s = s[len(key)+1:]
	}
	return appendEscapedLine(b, s, false)
}

// appendEscapedLine appends s on one line; of a value also its blanks are escaped.
// Bytes that are no UTF-8 become \xHH each.
func appendEscapedLine(b []byte, s string, value bool) []byte {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\\':
			b = append(b, `\\`...)
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == ' ' && value:
			b = append(b, `\s`...)
		case r == utf8.RuneError && n <= 1:
			b = appendHexDigits(append(b, `\x`...), uint64(s[i]), 2)
		case breaksLine(r):
			b = appendHexDigits(append(b, `\u`...), uint64(r), 4)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return b
}

func appendHexDigits(b []byte, v uint64, digits int) []byte {
	s := strconv.FormatUint(v, 16)
	return append(append(b, "0000"[:digits-len(s)]...), s...)
}

// unescapeLine takes back appendEscapedLine. A backslash that begins nothing is one.
func unescapeLine(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		switch s[i] {
		case '\\', '=':
			b = append(b, s[i])
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 's':
			b = append(b, ' ')
		case 'x', 'u':
			digits := 2
			if s[i] == 'u' {
				digits = 4
			}
			v, err := strconv.ParseUint(s[i+1:min(i+1+digits, len(s))], 16, 32)
			if err != nil || i+digits >= len(s) {
				b = append(b, '\\', s[i])
				continue
			}
			if digits == 2 {
				b = append(b, byte(v))
			} else {
				b = utf8.AppendRune(b, rune(v))
			}
			i += digits
		default:
			b = append(b, '\\', s[i])
		}
	}
	return string(b)
}
