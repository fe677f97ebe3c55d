// Package demo writes a workspace with an invented year in it: weekly telcos up
// to last week, with guests, late joiners, motions, and tasks that were done in
// time, done late, extended, dropped, or are overdue.
//
// The year depends only on the day it is written and the language, so that a
// demo can be told from a screenshot and a test can rely on it. People, places
// and words are invented.
//
// The cast is in cast.go, what they talk about in topics.go and motions.go, and
// how a year is made of it in year.go and log.go.
package demo
