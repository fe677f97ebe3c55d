package client

import "testing"

func TestLimitOfAnAccount(t *testing.T) {
	for _, c := range []struct {
		name   string
		groups map[string]limit
		want   limit
	}{
		{"none", nil, limit{}},
		{"one", map[string]limit{"user": {3, 60}}, limit{3, 60}},
		{"the most generous, by rate", map[string]limit{"user": {90, 60}, "bot": {10, 1}, "ip": {8, 60}}, limit{10, 1}},
		{"a newcomer's in any case", map[string]limit{"user": {90, 60}, "newbie": {8, 60}}, limit{8, 60}},
		{"one that says nothing", map[string]limit{"user": {0, 60}, "bot": {5, 0}, "ip": {8, 60}}, limit{8, 60}},
	} {
		for range 20 { // in any order of the map
			if got := limitFor(c.groups); got != c.want {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}
