# Follows the graphics state of uncompressed content streams: what is filled in which ink, and
# whether it is printed over what is there. Prints a line for each fault.
function fault(why) { print "line " NR ": " why }
BEGIN { colour = "none"; over = 0; depth = 0 }
/^stream/ { colour = "none"; over = 0; depth = 0 }
{
    line = $0
    while (line ~ /^(q|Q) /) {
        if (line ~ /^q/) { depth++; colours[depth] = colour; overs[depth] = over }
        else { colour = colours[depth]; over = overs[depth]; depth-- }
        line = substr(line, 3)
    }
    if (line == "/Over gs") over = 1
    if (line == "/Out gs") over = 0
    if (line ~ / (k|scn|rg|g)$/) colour = line
    if (line ~ /TJ$/) {
        text++
        if ((colour == "0 0 0 1 k") != over) fault("text in " colour ", over " over)
    }
    if (line ~ /(^|[^a-zA-Z])(f|S)( Q)?$/) {
        area++
        if (over) fault("an area in " colour " over what is there")
    }
    if (line ~ / Q$/) { colour = colours[depth]; over = overs[depth]; depth-- }
}
END { if (text < 100 || area < 10) fault("little was seen: " text " texts, " area " areas") }
