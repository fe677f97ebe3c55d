-- Converts many texts in one process. The file FIDELITY_IN has for each a line
-- with the format it has, one with the format it gets, one with its length in
-- bytes, and the text; the answers go out as length and text.
local base = os.getenv("FIDELITY_BASE")

local function absolute(link)
  local t = link.target
  if t:find("^%a[%w+.-]*:") or t:find("^#") or t:find("^//") then
    return nil
  end
  link.target = base .. t:gsub("^%./", ""):gsub("^/", "")
  return link
end

function Pandoc(_)
  local f = assert(io.open(os.getenv("FIDELITY_IN"), "rb"))
  while true do
    local from = f:read("l")
    if not from then break end
    local to = f:read("l")
    local n = tonumber(f:read("l"))
    local text = n > 0 and f:read(n) or ""
    f:read("l")
    local ok, out = pcall(function()
      local doc = pandoc.read(text, from)
      if base ~= "" and to == "mediawiki" and from ~= "mediawiki" then
        doc = doc:walk({ Link = absolute })
      end
      return pandoc.write(doc, to)
    end)
    if not ok then out = "" end
    io.stdout:write(#out, "\n", out)
  end
  io.stdout:flush()
  os.exit(0)
end
