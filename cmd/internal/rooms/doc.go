// Package rooms holds no code, only the test that holds telko's packages to
// the table of rooms: who may import whom, who may know a terminal, a clock or
// the environment.
//
// Imports point inward:
//
//	cmd/telko → cmd/internal/cli → cmd/internal/{site,demo,…}
//	                 ↓
//	wiki → minutes/{archive,imports} → minutes → tasks, motions, minutes/lang
//	  ↓                                              ↓
//	wiki/{wikitext,client}                       tasks/when
package rooms
