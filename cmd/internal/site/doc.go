// Package site writes everything public of a workspace as a folder of HTML
// pages that a browser opens from disk:
//
//	index.html                       every meeting, newest first, by year
//	2010-01-07-technik-telko.html    one meeting
//	tasks.html                       the task register: overdue, open, waiting, closed
//	motions.html                     the motion register
//	stats.html                       who was there, and which promises were kept, by year, with a plot
//	style.css
//
// It is what telko publishes to where no wiki is configured. There is no
// script in it and nothing is fetched. All of it comes from minutes.Public; a
// meeting that is not public as a whole (see there) is left out and reported,
// and so is one that is only an agenda or still going on.
//
// The folder belongs to the site: a file ".telko-site" in it lists what was
// written. A folder that holds anything and has no such list is refused, and
// a page that is no longer written is removed.
package site
