package lang

import (
	"regexp"
	"testing"
)

// Every command that the help of recording names is one.
func TestRecordHelpNamesCommands(t *testing.T) {
	command := regexp.MustCompile(`(^|[ \n])/(\pL+)`)
	for _, l := range []Lang{German, English} {
		named := map[Command]bool{}
		for _, m := range command.FindAllStringSubmatch(RecordHelp.In(l), -1) {
			c := ReadCommand(m[2], l)
			if c == NoCommand || c.Write(l) != m[2] {
				t.Errorf("%s: /%s is not what the command is called", l.Code(), m[2])
			}
			named[c] = true
		}
		for _, c := range Commands() {
			switch c {
			case CommandText, CommandPlace, CommandKeeper, CommandStart, CommandTitle, CommandHelp:
				continue // rare
			}
			if !named[c] {
				t.Errorf("%s: /%s is missing", l.Code(), c.Write(l))
			}
		}
	}
}
