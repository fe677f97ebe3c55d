package site

import (
	"net/url"
	"strings"

	"telko/tasks"
)

// indexPHP returns the address of a wiki's index.php, from that of its
// api.php; the two lie side by side in every MediaWiki.
func indexPHP(api string) string {
	base, ok := strings.CutSuffix(api, "api.php")
	if !ok {
		return ""
	}
	return base + "index.php"
}

// pageURL returns where a wiki link leads: to the meeting's own page if it is
// one's, else to the wiki, else nowhere.
func (c *content) pageURL(target string) string {
	title, section, _ := strings.Cut(strings.ReplaceAll(target, "_", " "), "#")
	for _, m := range c.meetings {
		if m.model.Page != "" && m.model.Page == title {
			return m.file
		}
	}
	if c.wiki == "" || title == "" {
		return ""
	}
	u := c.wiki + "?title=" + url.QueryEscape(strings.ReplaceAll(title, " ", "_"))
	if section != "" {
		u += "#" + url.PathEscape(strings.ReplaceAll(section, " ", "_"))
	}
	return u
}

// taskURL returns where a task is found in the register, "" if it is not
// there.
func (c *content) taskURL(id string) string {
	for _, t := range c.tasks {
		if t.ID == tasks.ID(id) {
			return "tasks.html#" + anchor(t.ID)
		}
	}
	return ""
}

func anchor(id tasks.ID) string {
	if id == "" {
		return ""
	}
	return "task-" + string(id)
}
