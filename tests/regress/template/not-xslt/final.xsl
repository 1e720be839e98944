<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"/>
