"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","bill_date"],"properties":{"sub_mch_id":{"type":"string","minLength":8,"maxLength":12},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"bill_date":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},"cursor":{"type":"string","minLength":1,"maxLength":64}}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.nonce_str === undefined) && (missing0 = "nonce_str")) || ((data.bill_date === undefined) && (missing0 = "bill_date"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "sub_mch_id") || (key0 === "nonce_str")) || (key0 === "bill_date")) || (key0 === "cursor"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 12 && func2(data0) > 12){
return false;
}
else {
if(data0.length < 16 && func2(data0) < 8){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nonce_str !== undefined){
let data1 = data.nonce_str;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 32 && func2(data1) > 32){
return false;
}
else {
if(data1.length < 2 && func2(data1) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bill_date !== undefined){
let data2 = data.bill_date;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data3 = data.cursor;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length > 64 && func2(data3) > 64){
return false;
}
else {
if(data3.length < 2 && func2(data3) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
